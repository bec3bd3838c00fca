package hallmonitor.ingest.action;

import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.CommentActions;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One comment on a platform that can hide, restore and reply. */
final class FakePlatform implements CommentActions {
  final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  final Queue<PlatformAction> applied = new ConcurrentLinkedQueue<>();
  final Queue<String> comments = new ConcurrentLinkedQueue<>();
  final Map<UUID, String> replies = new ConcurrentHashMap<>();
  volatile Visibility visibility = Visibility.VISIBLE;
  volatile int applications;
  volatile int answersLost;
  volatile RuntimeException mistake;

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.HIDE, Capability.RESTORE, Capability.REPLY);
  }

  @Override
  public synchronized Applied apply(PlatformAction action, String commentId)
      throws PlatformException {
    if (mistake != null) {
      throw mistake;
    }
    if (!faults.isEmpty()) {
      throw new PlatformException(faults.poll());
    }
    comments.add(commentId);
    boolean already = new Observed("", visibility).satisfies(action);
    if (!already) {
      applications++;
      applied.add(action);
      visibility = action == PlatformAction.HIDE ? Visibility.HIDDEN : Visibility.VISIBLE;
    }
    if (answersLost > 0) {
      answersLost--;
      throw new PlatformException(new Fault.Transient("no answer"));
    }
    return new Applied(!already, new Observed(visibility.name(), visibility));
  }

  @Override
  public synchronized Applied reply(UUID actionId, String commentId, String text)
      throws PlatformException {
    if (!faults.isEmpty()) {
      throw new PlatformException(faults.poll());
    }
    boolean fresh = replies.putIfAbsent(actionId, text) == null;
    applications += fresh ? 1 : 0;
    if (answersLost > 0) {
      answersLost--;
      throw new PlatformException(new Fault.Transient("no answer"));
    }
    return new Applied(fresh, new Observed(visibility.name(), visibility));
  }

  @Override
  public synchronized Observed observe(String commentId) {
    return new Observed(visibility.name(), visibility);
  }
}
