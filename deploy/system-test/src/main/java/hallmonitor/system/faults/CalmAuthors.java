package hallmonitor.system.faults;

import hallmonitor.local.practice.CommentStore;
import hallmonitor.local.practice.PracticeComment;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Authors who write while nothing is disturbed, so that the promises about time have something to
 * hold for: a threat that no one answers, and comments that stand for a while before an edit. No
 * two say the same, so none is judged together with another.
 */
final class CalmAuthors {
  private static final Edited THREAT =
      new Edited(1, "Gus Lindqvist", "I will bring a gun to school tomorrow and shoot you all", "");

  private static final List<Edited> EDITED =
      List.of(
          new Edited(
              1, "Ana Ruiz", "The bake sale is on Friday.", "The bake sale is on Monday, sorry."),
          new Edited(2, "Tom Okoro", "Great game last night!", "Go kill yourself, loser"),
          new Edited(3, "Ida Nowak", "When does the bus leave?", "When does the late bus leave?"));

  /** A comment, and what its author makes of it. */
  private record Edited(int post, String author, String first, String then) {}

  private final CommentStore platform;
  private final Map<Integer, String> edits = new LinkedHashMap<>();

  CalmAuthors(CommentStore platform) {
    this.platform = platform;
  }

  void write() throws IOException {
    create(THREAT);
    for (Edited one : EDITED) {
      edits.put(create(one), one.then());
    }
  }

  /** One of them writes the known evasion: harmless first, then abuse. */
  void edit() throws IOException {
    for (Map.Entry<Integer, String> one : edits.entrySet()) {
      platform.edit(one.getKey(), one.getValue());
    }
  }

  private int create(Edited one) throws IOException {
    return platform
        .create(PracticeComment.Draft.plain(one.post(), 0, one.author(), one.first()))
        .id();
  }
}
