package hallmonitor.moderation.store.archive;

/**
 * How much may be fetched from the sites that have pictures.
 *
 * @param pictures in an hour
 * @param bytes in an hour
 */
public record HourlyLimit(int pictures, long bytes) {}
