"""The only place that looks at the machine: network, disk, services."""
