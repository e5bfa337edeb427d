"""What typed sentences mean: which tree, which option, which command, which value; pure, and never raising."""
