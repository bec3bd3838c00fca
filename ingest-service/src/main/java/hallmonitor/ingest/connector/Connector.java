package hallmonitor.ingest.connector;

/** One account's connection to its platform. */
public interface Connector extends CommentSource, CommentActions {}
