"""Text before it is a name: clean, fold, script, case, words."""
