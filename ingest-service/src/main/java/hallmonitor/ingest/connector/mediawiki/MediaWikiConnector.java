package hallmonitor.ingest.connector.mediawiki;

import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** One wiki's talk pages. A comment's id is the revision that wrote it. */
final class MediaWikiConnector extends WikiSource implements Connector {
  private final WikiActions actions;

  MediaWikiConnector(WikiApi api, InstantSource clock) {
    super(api, new TalkPages(api), clock);
    this.actions = new WikiActions(api, new TalkPages(api));
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.DELETE));
  }

  @Override
  public Applied apply(PlatformAction action, String commentId) throws PlatformException {
    long comment = Long.parseLong(commentId);
    return switch (action) {
      case HIDE -> actions.hide(comment);
      case RESTORE -> actions.restore(comment);
      case BLOCK_AUTHOR -> actions.block(comment, true);
      case UNBLOCK_AUTHOR -> actions.block(comment, false);
      case DELETE ->
          throw new PlatformException(
              new Fault.Rejected(
                  "A wiki keeps every version, so a comment cannot be deleted there; hide it."));
      case REPLY -> throw new IllegalArgumentException("a reply needs its text");
    };
  }

  @Override
  public Applied reply(UUID actionId, String commentId, String text) throws PlatformException {
    return actions.reply(actionId, Long.parseLong(commentId), text);
  }

  @Override
  public Observed observe(String commentId) throws PlatformException {
    return actions.observe(Long.parseLong(commentId));
  }
}
