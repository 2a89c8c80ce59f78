"""What people see: views drawn into a console of some width."""
