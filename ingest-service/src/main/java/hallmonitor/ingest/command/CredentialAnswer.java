package hallmonitor.ingest.command;

/**
 * What a platform said to a credential.
 *
 * @param sentence one sentence for people
 */
public record CredentialAnswer(boolean good, String sentence) {}
