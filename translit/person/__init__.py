"""Readers of persons' names, one for each family of languages."""
