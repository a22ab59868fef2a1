"""What one can do about a damaged file, on the page that tells of it, and putting a backup back."""
