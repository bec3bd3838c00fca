package hallmonitor.standin;

/**
 * Somebody who writes.
 *
 * @param key of digits; the same for everything that this person writes. A platform makes its own
 *     id of it
 * @param name as everyone sees it
 */
public record Person(String key, String name) {}
