package hallmonitor.local.practice;

import hallmonitor.standin.web.RouteAnswer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /wp/v2/comments}: list, read, write, moderate and delete. */
final class CommentResource {
  /** WordPress's column widths, in bytes (wp_get_comment_fields_max_lengths). */
  static final int MOST_CONTENT = 65_525;

  static final int MOST_NAME = 245;
  private static final int MOST_EMAIL = 100;

  private final CommentStore store;
  private final CommentJson shape;
  private final String userName;

  /**
   * Creates the resource.
   *
   * @param userName name of the site's only user, {@link WordPressApi#USER}
   */
  CommentResource(CommentStore store, CommentJson shape, String userName) {
    this.store = store;
    this.shape = shape;
    this.userName = userName;
  }

  RouteAnswer.Now list(Parameters asked, boolean moderator) throws CommentRefused {
    var request = CommentListRequest.of(asked, moderator, shape.time());
    var found = store.find(request.query());
    int pages = (found.total() + request.perPage() - 1) / request.perPage();
    Set<String> fields = CommentJson.fields(asked);
    List<Object> page = new ArrayList<>(found.comments().size());
    found.comments().forEach(c -> page.add(shape.of(c, request.edit(), moderator, fields)));
    RouteAnswer.Now answer =
        RouteAnswer.json(200, page)
            .with("X-WP-Total", String.valueOf(found.total()))
            .with("X-WP-TotalPages", String.valueOf(pages))
            .with("Allow", moderator ? "GET, POST" : "GET");
    List<String> links = new ArrayList<>();
    if (request.page() > 1) {
      links.add(link(asked, Math.min(request.page() - 1, pages), "prev"));
    }
    if (pages > request.page()) {
      links.add(link(asked, request.page() + 1, "next"));
    }
    return links.isEmpty() ? answer : answer.with("Link", String.join(", ", links));
  }

  private String link(Parameters asked, int page, String rel) {
    Map<String, String> query = new LinkedHashMap<>();
    asked.values().forEach((name, values) -> query.put(name, String.join(",", values)));
    query.put("page", String.valueOf(page));
    List<String> pairs = new ArrayList<>();
    query.forEach(
        (name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return "<%s?%s>; rel=\"%s\"".formatted(shape.rest("/comments"), String.join("&", pairs), rel);
  }

  RouteAnswer.Now get(int id, Parameters asked, boolean moderator) throws CommentRefused {
    PracticeComment comment = existing(id);
    boolean edit = asked.word("context", "view", "view", "embed", "edit").equals("edit");
    if (edit && !moderator) {
      throw new CommentRefused(
          401, "rest_forbidden_context", "Sorry, you are not allowed to edit comments.");
    }
    if (!comment.isPublic() && !moderator) {
      throw new CommentRefused(
          401, "rest_cannot_read", "Sorry, you are not allowed to read this comment.");
    }
    return RouteAnswer.json(200, shape.of(comment, edit, moderator, CommentJson.fields(asked)));
  }

  RouteAnswer.Now create(Parameters asked, String agent, boolean moderator) throws CommentRefused {
    for (String protectedName : List.of("author", "status")) {
      if (!moderator && asked.text(protectedName).isPresent()) {
        throw new CommentRefused(
            401,
            "rest_comment_invalid_" + protectedName,
            "Sorry, you are not allowed to edit '" + protectedName + "' for comments.");
      }
    }
    int post = asked.number("post", 0, 0, Integer.MAX_VALUE);
    if (Post.byId(post).isEmpty()) {
      throw new CommentRefused(
          403,
          "rest_comment_invalid_post_id",
          "Sorry, you are not allowed to create this comment without a post.");
    }
    String email = asked.text("author_email").orElse("");
    if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+")) {
      throw CommentRefused.parameter(
          "author_email", "rest_invalid_email", "Invalid email address.");
    }
    String given = CommentHtml.name(asked.text("author_name").orElse(""));
    // A signed-in user who gives no name writes under their own, as on a real site.
    boolean asUser = moderator && given.isEmpty() && email.isEmpty();
    String name = asUser ? userName : given;
    String client = asked.text("author_user_agent").filter(a -> !a.isEmpty()).orElse(agent);
    var draft =
        new PracticeComment.Draft(
            post,
            asked.number("parent", 0, 0, Integer.MAX_VALUE),
            name,
            email,
            client.substring(0, Math.min(client.length(), 254)),
            content(asked),
            0,
            asUser ? WordPressApi.USER : 0);
    refuseTooLong(draft.raw(), MOST_CONTENT, "comment_content_column_length");
    refuseTooLong(name, MOST_NAME, "comment_author_column_length");
    refuseTooLong(email, MOST_EMAIL, "comment_author_email_column_length");
    if (store.isDuplicate(draft)) {
      throw new CommentRefused(
          409,
          "comment_duplicate",
          "Duplicate comment detected; it looks as though you&#8217;ve already said that!");
    }
    Optional<CommentStatus> status = asked.text("status").flatMap(CommentStatus::ofUpdate);
    PracticeComment written =
        stored(
            "rest_comment_failed_create",
            () -> {
              PracticeComment created = store.create(draft);
              return status.isPresent()
                  ? store.setStatus(created.id(), status.get()).orElseThrow()
                  : created;
            });
    return RouteAnswer.json(201, shape.of(written, moderator, moderator, CommentJson.fields(asked)))
        .with("Location", shape.rest("/comments/" + written.id()));
  }

  RouteAnswer.Now update(int id, Parameters asked, boolean moderator) throws CommentRefused {
    existing(id);
    if (!moderator) {
      throw new CommentRefused(
          401, "rest_cannot_edit", "Sorry, you are not allowed to edit this comment.");
    }
    Optional<String> raw =
        asked.text("content").isPresent() ? Optional.of(content(asked)) : Optional.empty();
    if (raw.isPresent()) {
      refuseTooLong(raw.get(), MOST_CONTENT, "comment_content_column_length");
    }
    Optional<CommentStatus> status = asked.text("status").flatMap(CommentStatus::ofUpdate);
    PracticeComment updated =
        stored(
            "rest_comment_failed_edit",
            () -> {
              if (raw.isPresent()) {
                store.edit(id, raw.get());
              }
              return status.isPresent()
                  ? store.setStatus(id, status.get()).orElseThrow()
                  : store.get(id).orElseThrow();
            });
    return RouteAnswer.json(200, shape.of(updated, true, true, CommentJson.fields(asked)));
  }

  RouteAnswer.Now delete(int id, Parameters asked, boolean moderator) throws CommentRefused {
    PracticeComment comment = existing(id);
    if (!moderator) {
      throw new CommentRefused(
          401, "rest_cannot_delete", "Sorry, you are not allowed to delete this comment.");
    }
    if (asked.flag("force")) {
      Map<String, Object> previous = shape.of(comment, true, true, Set.of());
      previous.remove("_links");
      stored("rest_cannot_delete", () -> store.delete(id).orElse(comment));
      return RouteAnswer.json(200, Map.of("deleted", true, "previous", previous));
    }
    if (comment.status() == CommentStatus.TRASH) {
      throw new CommentRefused(
          410, "rest_already_trashed", "The comment has already been trashed.");
    }
    PracticeComment trashed =
        stored("rest_cannot_delete", () -> store.setStatus(id, CommentStatus.TRASH).orElseThrow());
    return RouteAnswer.json(200, shape.of(trashed, true, true, CommentJson.fields(asked)));
  }

  private PracticeComment existing(int id) throws CommentRefused {
    return store
        .get(id)
        .orElseThrow(
            () -> new CommentRefused(404, "rest_comment_invalid_id", "Invalid comment ID."));
  }

  private static String content(Parameters asked) throws CommentRefused {
    String content = asked.text("content").orElse("");
    if (content.isEmpty()) {
      throw new CommentRefused(400, "rest_comment_content_invalid", "Invalid comment content.");
    }
    return CommentHtml.sanitise(content);
  }

  private static void refuseTooLong(String text, int most, String code) throws CommentRefused {
    if (text.getBytes(StandardCharsets.UTF_8).length > most) {
      throw new CommentRefused(400, code, "Comment field exceeds maximum length allowed.");
    }
  }

  private interface Storing {
    PracticeComment run() throws IOException;
  }

  private static PracticeComment stored(String code, Storing storing) throws CommentRefused {
    try {
      return storing.run();
    } catch (IOException e) {
      throw new CommentRefused(500, code, String.valueOf(e.getMessage()));
    }
  }
}
