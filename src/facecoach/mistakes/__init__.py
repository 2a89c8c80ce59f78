"""The mistakes of people who do not know YAML: what each is, where it stands, and the line as it should be."""
