package hallmonitor.ingest.connector.api;

import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.SourceConnector;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One system: what it delivered is read here, and acts go to it. It says what it can do in {@code
 * acts}. It is never asked for the state of a comment, so an act with an unknown outcome is sent
 * again; its id lets the system do it only once.
 */
final class ApiConnector extends SourceConnector {
  private final Platform.Access access;
  private final DeliveryStore store;
  private final ActWebhooks webhooks;
  private final InstantSource clock;

  ApiConnector(
      Platform.Access access,
      ApiSource source,
      ApiIntake intake,
      DeliveryStore store,
      ActWebhooks webhooks,
      InstantSource clock) {
    super(source, Optional.of(intake));
    this.access = access;
    this.store = store;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  @Override
  public Set<Capability> capabilities() {
    return access.acts();
  }

  @Override
  public void verifyActs() throws PlatformException {
    if (!access.acts().isEmpty()) {
      webhooks.send("ping-" + UUID.randomUUID(), "ping", Map.of("account", access.account()));
    }
  }

  @Override
  public Applied apply(PlatformAction action, String commentId) throws PlatformException {
    return apply(UUID.randomUUID(), action, commentId);
  }

  @Override
  public Applied apply(UUID actionId, PlatformAction action, String commentId)
      throws PlatformException {
    DeliveredState known = existing(action, commentId);
    Map<String, String> data = about(commentId, known);
    if (action == PlatformAction.BLOCK_AUTHOR || action == PlatformAction.UNBLOCK_AUTHOR) {
      data.put("author", authorOf(known));
    }
    boolean applied = webhooks.send(actionId.toString(), type(action), data);
    switch (action) {
      case HIDE -> store.acted(commentId, s -> s.shown(false, clock.instant()));
      case RESTORE -> store.acted(commentId, s -> s.shown(true, clock.instant()));
      case DELETE -> store.acted(commentId, DeliveredState::deleted);
      case BLOCK_AUTHOR, UNBLOCK_AUTHOR, REPLY -> {}
    }
    return new Applied(applied, observe(commentId));
  }

  private static String type(PlatformAction action) {
    return switch (action) {
      case HIDE -> "comment.hide";
      case RESTORE -> "comment.restore";
      case DELETE -> "comment.delete";
      case REPLY -> "comment.reply";
      case BLOCK_AUTHOR -> "author.block";
      case UNBLOCK_AUTHOR -> "author.unblock";
    };
  }

  private Map<String, String> about(String commentId, DeliveredState known) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("account", access.account());
    data.put("post", known.postId());
    data.put("comment", commentId);
    return data;
  }

  private static String authorOf(DeliveredState known) throws PlatformException {
    return known
        .authorId()
        .orElseThrow(
            () ->
                PlatformException.rejected(
                    "The comment came without its author's id, so the author cannot be named; block there by hand."));
  }

  @Override
  public Applied reply(UUID actionId, String commentId, String text) throws PlatformException {
    DeliveredState known = existing(PlatformAction.REPLY, commentId);
    Map<String, String> data = about(commentId, known);
    data.put("text", text);
    boolean applied = webhooks.send(actionId.toString(), type(PlatformAction.REPLY), data);
    return new Applied(applied, observe(commentId));
  }

  @Override
  public Observed observe(String commentId) throws PlatformException {
    DeliveredState known = standing(commentId);
    Visibility visibility =
        known.gone() ? Visibility.DELETED : known.hidden() ? Visibility.HIDDEN : Visibility.VISIBLE;
    return new Observed(visibility.name().toLowerCase(java.util.Locale.ROOT), visibility, false);
  }

  private DeliveredState existing(PlatformAction action, String commentId)
      throws PlatformException {
    if (!access.acts().contains(Capability.of(action))) {
      throw PlatformException.rejected(
          "The account '%s' does not name this act; add it to 'acts' in district.yaml if its system can do it, or act there by hand."
              .formatted(access.account()));
    }
    return standing(commentId);
  }

  private DeliveredState standing(String commentId) throws PlatformException {
    return store
        .standing(commentId)
        .orElseThrow(
            () ->
                new PlatformException(
                    new Fault.Gone("No comment with this id was ever delivered.")));
  }
}
