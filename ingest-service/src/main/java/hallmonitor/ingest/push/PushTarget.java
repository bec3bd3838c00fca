package hallmonitor.ingest.push;

import hallmonitor.ingest.connector.PushSource;

/**
 * An account that takes deliveries.
 *
 * @param account the last part of its path
 * @param wake requests that the account is read soon; must return immediately and may be called at
 *     any rate
 */
public record PushTarget(String account, String platform, PushSource source, Runnable wake) {}
