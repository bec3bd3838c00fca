package hallmonitor.ingest.command;

/**
 * A platform's answer to a credential.
 *
 * @param sentence one sentence for people
 */
public record CredentialAnswer(boolean good, String sentence) {}
