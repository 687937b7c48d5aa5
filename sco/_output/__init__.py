"""Records as text: flat cells, CSV, citations."""
