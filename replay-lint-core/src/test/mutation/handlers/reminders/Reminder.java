package reminders;

/** Something to be reminded of. */
public record Reminder(String id, String mail, int days) {}
