package hallmonitor.standin;

import java.time.Instant;

/** What the school posted, and everyone comments on. */
public record SchoolPost(String title, String text, Instant at) {}
