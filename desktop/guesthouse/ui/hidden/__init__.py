"""What the window looks like while it is hidden: a plain note in no look of ours."""
