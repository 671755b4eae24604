"""How hard the laws are tried: the same few examples at every run, or by `make fuzz` many new ones."""

from hypothesis import HealthCheck, settings

slow = [HealthCheck.too_slow]
settings.register_profile(
    "laws", max_examples=60, deadline=None, derandomize=True, suppress_health_check=slow
)
settings.register_profile(
    "fuzz", max_examples=2000, deadline=None, suppress_health_check=slow, print_blob=True
)
settings.load_profile("laws")
