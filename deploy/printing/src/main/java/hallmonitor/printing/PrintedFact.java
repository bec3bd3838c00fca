package hallmonitor.printing;

/** A name and what it stands for. */
public record PrintedFact(String name, String value) {}
