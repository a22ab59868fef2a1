"""The screens of the first run, and what is around them."""
