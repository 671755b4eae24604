"""Names of Russia and its neighbours: cut into words, put into the nominative and in order, read as parts."""
