"""What a Russian's name in Latin letters is in Cyrillic: by its letters, its sounds, its writer."""
