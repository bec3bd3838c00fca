package hallmonitor.local.practice;

import hallmonitor.standin.web.RouteAnswer;
import java.util.LinkedHashMap;
import java.util.Map;

/** A WordPress error: {@code {code, message, data: {status}}}. */
final class CommentRefused extends Exception {
  private final transient RouteAnswer.Now answer;

  private CommentRefused(RouteAnswer.Now answer, String code) {
    super(code, null, false, false);
    this.answer = answer;
  }

  CommentRefused(int status, String code, String message) {
    this(RouteAnswer.json(status, error(code, message, Map.of("status", status))), code);
  }

  /** Creates the error for an invalid parameter: always 400 {@code rest_invalid_param}. */
  static CommentRefused parameter(String name, String detailCode, String message) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("code", detailCode);
    detail.put("message", message);
    detail.put("data", null);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("status", 400);
    data.put("params", Map.of(name, message));
    data.put("details", Map.of(name, detail));
    var body = error("rest_invalid_param", "Invalid parameter(s): " + name, data);
    return new CommentRefused(RouteAnswer.json(400, body), "rest_invalid_param");
  }

  RouteAnswer.Now answer() {
    return answer;
  }

  private static Map<String, Object> error(String code, String message, Object data) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", code);
    body.put("message", message);
    body.put("data", data);
    return body;
  }
}
