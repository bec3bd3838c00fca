package hallmonitor.local.practice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The changes of each post: a version that counts up, public totals, and recent hides. */
public final class PostChanges {
  private static final int RECENT = 200;

  /**
   * A comment that left the public view.
   *
   * @param version of the post right after
   */
  record Hide(int id, int post, long version) {}

  private final long[] version = new long[Post.ALL.size() + 1];
  private final int[] visible = new int[Post.ALL.size() + 1];
  private final int[] hidden = new int[Post.ALL.size() + 1];
  private final Deque<Hide> hides = new ArrayDeque<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  PostChanges() {
    // Starts with the time, so that a browser that stayed open over a restart does not mistake a
    // new version for its old one.
    java.util.Arrays.fill(version, System.currentTimeMillis() * 1000);
  }

  /** Adds a listener, called after every change on the thread that made it; must be quick. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Counts a comment that existed when the site started. */
  synchronized void counted(PracticeComment comment) {
    count(comment, 1);
    if (!comment.isPublic()) {
      hid(new Hide(comment.id(), comment.post(), 0));
    }
  }

  void created(PracticeComment comment) {
    synchronized (this) {
      count(comment, 1);
      version[slot(comment)]++;
    }
    tell();
  }

  void edited(PracticeComment comment) {
    synchronized (this) {
      version[slot(comment)]++;
    }
    tell();
  }

  void moved(PracticeComment before, PracticeComment after) {
    synchronized (this) {
      count(before, -1);
      count(after, 1);
      long now = ++version[slot(after)];
      if (before.isPublic() && !after.isPublic()) {
        hid(new Hide(after.id(), after.post(), now));
      }
    }
    tell();
  }

  void deleted(PracticeComment comment) {
    synchronized (this) {
      count(comment, -1);
      version[slot(comment)]++;
    }
    tell();
  }

  synchronized long version(int post) {
    return version[post];
  }

  synchronized int visible(int post) {
    return visible[post];
  }

  synchronized int hidden(int post) {
    return hidden[post];
  }

  synchronized List<Integer> hiddenSince(int post, long since) {
    return hides.stream()
        .filter(h -> h.post() == post && h.version() > since)
        .map(Hide::id)
        .toList();
  }

  /** Returns the newest that left the public view under a post; some may be back since then. */
  synchronized List<Integer> lastHidden(int post) {
    List<Integer> ids =
        new ArrayList<>(hides.stream().filter(h -> h.post() == post).map(Hide::id).toList());
    Collections.reverse(ids);
    return ids.stream().distinct().toList();
  }

  private void hid(Hide hide) {
    hides.addLast(hide);
    if (hides.size() > RECENT) {
      hides.removeFirst();
    }
  }

  private void count(PracticeComment comment, int by) {
    (comment.isPublic() ? visible : hidden)[slot(comment)] += by;
  }

  private static int slot(PracticeComment comment) {
    return comment.post();
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }
}
