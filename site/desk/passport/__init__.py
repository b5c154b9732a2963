"""The passport on the desk: the head keeps it, the office that moderates it decides."""
