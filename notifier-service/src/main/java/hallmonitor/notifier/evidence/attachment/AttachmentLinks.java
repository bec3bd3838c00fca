package hallmonitor.notifier.evidence.attachment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The media links of a sealed comment, from either kind of event. */
record AttachmentLinks(String account, List<String> urls) {
  /** Most links per comment, so that no one can make this service fetch more. */
  private static final int MOST = 20;

  private static final int LONGEST = 2_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  static final AttachmentLinks NONE = new AttachmentLinks("", List.of());

  AttachmentLinks {
    urls = List.copyOf(urls);
  }

  static AttachmentLinks of(byte[] content) {
    try {
      JsonNode root = JSON.readTree(content);
      JsonNode captured = root.path("capture").path("seen");
      JsonNode seen = captured.isObject() ? captured : root.path("seen");
      Set<String> urls = new LinkedHashSet<>();
      for (JsonNode url : seen.path("attachments")) {
        if (url.isTextual() && url.textValue().length() <= LONGEST && urls.size() < MOST) {
          urls.add(url.textValue());
        }
      }
      return new AttachmentLinks(seen.path("comment").path("account").asText(), List.copyOf(urls));
    } catch (IOException e) {
      return NONE;
    }
  }
}
