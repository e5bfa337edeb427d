"""Flowcharts of other tools, as first trees to work on. All of them are untrusted: small bounded readers."""
