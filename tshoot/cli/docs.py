"""`tshoot docs`: a library as a manual."""

HELP = "x"
