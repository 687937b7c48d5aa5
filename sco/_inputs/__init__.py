"""What callers pass: dates, countries, people, choices."""
