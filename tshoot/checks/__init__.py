"""The only place that looks at the machine: network, disk, printing, clock. Nothing here changes anything."""
