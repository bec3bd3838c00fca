package hallmonitor.ingest.push;

import hallmonitor.ingest.connector.PushSource;

/**
 * An account that takes deliveries.
 *
 * @param account the last part of its path
 * @param wake lets the account be read soon; must return at once and may be called at any rate
 * @param owned whether this instance keeps its deliveries coming; else another one does
 */
public record PushTarget(
    String account, String platform, PushSource source, Runnable wake, boolean owned) {}
