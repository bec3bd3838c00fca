package hallmonitor.printing;

/** A name and its value. */
public record PrintedFact(String name, String value) {}
