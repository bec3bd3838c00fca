package hallmonitor.ingest.action;

import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.CommentActions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the acts that reach it, and answers them when the test says so. */
final class SlowPlatform implements CommentActions {
  final AtomicInteger begun = new AtomicInteger();
  final CountDownLatch answer = new CountDownLatch(1);

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.HIDE, Capability.REPLY);
  }

  @Override
  public Applied apply(PlatformAction action, String commentId) {
    begun.incrementAndGet();
    try {
      answer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Applied(true, new Observed("hidden", Visibility.HIDDEN));
  }

  @Override
  public Applied reply(UUID actionId, String commentId, String text) {
    return apply(PlatformAction.REPLY, commentId);
  }

  @Override
  public Observed observe(String commentId) {
    return new Observed("visible", Visibility.VISIBLE);
  }
}
