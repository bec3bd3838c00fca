package hallmonitor.moderation.console.access.passkey;

/**
 * What the console keeps of a passkey to check it.
 *
 * @param credentialId names it, in base64url
 * @param credential the attested credential data with its public key, in base64url
 * @param signCount of the last use; 0 for devices that do not count
 * @param backupEligible whether its owner's devices share it
 */
public record StoredKey(
    String credentialId, String credential, long signCount, boolean backupEligible) {}
