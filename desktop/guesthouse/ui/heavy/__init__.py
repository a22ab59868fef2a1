"""What is said below a page where words were heavy."""
