"""What people see: lines and colours, a session while it runs, printed pages, and a page on paper."""
