"""What the Support room is made of: folds, tiles, people of one's own, a card to keep, and the way back."""
