"""What a visitator does: plan, open, record, lock, deliver, follow up."""
