package hallmonitor.local.practice;

import hallmonitor.standin.web.Request;
import hallmonitor.standin.web.Route;
import hallmonitor.standin.web.RouteAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of WordPress 6.8's REST API used to moderate comments. Answers match those of a real
 * site (application passwords on, anonymous comments open, require_name_email off). A wrong
 * password is not an error: the caller is simply anonymous.
 */
final class WordPressApi implements Route {
  private static final Pattern ITEM = Pattern.compile("/wp/v2/(comments|posts|pages)/(\\d{1,9})/?");

  /** The site's only user, a moderator. */
  static final int USER = 2;

  private static final Map<String, Object> CAPABILITIES =
      Map.of("moderate_comments", true, "edit_posts", true, "read", true);

  private final Credential credential;
  private final InjectedFaults faults;
  private final CommentJson shape;
  private final CommentResource comments;

  WordPressApi(
      CommentStore store, Credential credential, InjectedFaults faults, CommentJson shape) {
    this.credential = credential;
    this.faults = faults;
    this.shape = shape;
    this.comments = new CommentResource(store, shape, credential.user());
  }

  @Override
  public RouteAnswer handle(Request request) {
    return faults.around(
        () -> {
          try {
            boolean moderator = !faults.rejectsAuth() && credential.isGivenBy(request);
            return answer(request, moderator)
                .with("X-Robots-Tag", "noindex")
                .with("Access-Control-Expose-Headers", "X-WP-Total, X-WP-TotalPages, Link");
          } catch (CommentRefused refused) {
            return refused.answer();
          }
        });
  }

  private RouteAnswer.Now answer(Request request, boolean moderator) throws CommentRefused {
    String path = request.path().substring("/wp-json".length());
    Parameters asked = Parameters.of(request);
    boolean read = request.method().equals("GET") || request.method().equals("HEAD");
    if (path.isEmpty() || path.equals("/")) {
      return index();
    }
    if (read && path.matches("/wp/v2/users/me/?")) {
      return me(asked, moderator);
    }
    if (read && path.matches("/wp/v2/posts/?")) {
      return posts(asked, Post.ALL);
    }
    if (read && path.matches("/wp/v2/pages/?")) {
      return posts(asked, List.of());
    }
    if (path.matches("/wp/v2/comments/?")) {
      if (read) {
        return comments.list(asked, moderator);
      }
      if (request.method().equals("POST")) {
        return comments.create(asked, request.header("user-agent").orElse(""), moderator);
      }
    }
    Matcher item = ITEM.matcher(path);
    if (item.matches()) {
      int id = Integer.parseInt(item.group(2));
      if (!item.group(1).equals("comments")) {
        if (read) {
          return post(item.group(1).equals("posts") ? Post.byId(id) : Optional.empty(), asked);
        }
      } else {
        return switch (request.method()) {
          case "GET", "HEAD" -> comments.get(id, asked, moderator);
          case "POST", "PUT", "PATCH" -> comments.update(id, asked, moderator);
          case "DELETE" -> comments.delete(id, asked, moderator);
          default -> throw noRoute();
        };
      }
    }
    throw noRoute();
  }

  private static CommentRefused noRoute() {
    return new CommentRefused(
        404, "rest_no_route", "No route was found matching the URL and request method.");
  }

  private RouteAnswer.Now index() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", PracticePage.SITE_NAME);
    json.put("description", "A practice page for Hall Monitor");
    json.put("url", shape.site());
    json.put("home", shape.site());
    long now = java.time.Instant.now().getEpochSecond();
    json.put("gmt_offset", (shape.time().local(now) - now) / 3600.0);
    json.put("timezone_string", shape.time().zone().getId());
    json.put("namespaces", List.of("wp/v2"));
    json.put(
        "authentication",
        Map.of(
            "application-passwords", Map.of("endpoints", Map.of("authorization", shape.site()))));
    json.put(
        "routes",
        Map.of("/wp/v2/comments", Map.of("namespace", "wp/v2", "methods", List.of("GET", "POST"))));
    return RouteAnswer.json(200, json);
  }

  private RouteAnswer.Now me(Parameters asked, boolean moderator) throws CommentRefused {
    if (!moderator) {
      throw new CommentRefused(401, "rest_not_logged_in", "You are not currently logged in.");
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", USER);
    json.put("name", credential.user());
    json.put("slug", credential.user());
    json.put("link", shape.site() + "/author/" + credential.user() + "/");
    if (asked.text("context").filter("edit"::equals).isPresent()) {
      json.put("username", credential.user());
      json.put("roles", List.of("editor"));
      json.put("capabilities", CAPABILITIES);
    }
    return RouteAnswer.json(200, json);
  }

  private RouteAnswer.Now posts(Parameters asked, List<Post> all) throws CommentRefused {
    int perPage = asked.number("per_page", 10, 1, 100);
    int page = asked.number("page", 1, 1, Integer.MAX_VALUE);
    int pages = (all.size() + perPage - 1) / perPage;
    if (page
        > Math.max(pages, 1)) { // posts refuse a page past the end; comments answer an empty list
      throw new CommentRefused(
          400,
          "rest_post_invalid_page_number",
          "The page number requested is larger than the number of pages available.");
    }
    var fields = CommentJson.fields(asked);
    var newestFirst =
        all.stream()
            .sorted((a, b) -> b.local().compareTo(a.local()))
            .skip((long) perPage * (page - 1))
            .limit(perPage)
            .map(post -> shape.of(post, fields))
            .toList();
    return RouteAnswer.json(200, newestFirst)
        .with("X-WP-Total", String.valueOf(all.size()))
        .with("X-WP-TotalPages", String.valueOf(pages));
  }

  private RouteAnswer.Now post(Optional<Post> found, Parameters asked) throws CommentRefused {
    Post post =
        found.orElseThrow(
            () -> new CommentRefused(404, "rest_post_invalid_id", "Invalid post ID."));
    return RouteAnswer.json(200, shape.of(post, CommentJson.fields(asked)));
  }
}
