"""What a visitation is: records, standards, findings, deadlines, what a letter must hold."""
