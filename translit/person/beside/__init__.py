"""What stands beside a person's name: another name, an office, a calling, a year of birth, a number."""
