"""About and Help: its list of topics, its text, and what the app fills in."""
