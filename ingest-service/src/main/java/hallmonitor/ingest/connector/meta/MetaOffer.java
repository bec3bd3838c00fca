package hallmonitor.ingest.connector.meta;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.connector.PlatformSignIn.OfferedAccount;
import java.util.List;
import java.util.Optional;

/**
 * What a person is asked for on one of Meta's platforms, and what they can offer
 * (https://developers.facebook.com/docs/permissions).
 */
public enum MetaOffer {
  /** Pages where the person has the task to moderate. */
  PAGE(
      List.of(
          "pages_show_list",
          "pages_read_engagement",
          "pages_read_user_content",
          "pages_manage_engagement",
          "pages_manage_metadata")) {
    @Override
    Optional<OfferedAccount> account(JsonNode page, String credential) {
      boolean moderates = false;
      for (JsonNode task : page.path("tasks")) {
        moderates |= task.asText().equals("MODERATE");
      }
      return moderates
          ? Optional.of(
              new OfferedAccount(page.path("id").asText(), page.path("name").asText(), credential))
          : Optional.empty();
    }
  },
  /** Professional accounts of Instagram that belong to a Page, which lends its token. */
  INSTAGRAM(
      List.of(
          "instagram_basic",
          "instagram_manage_comments",
          "pages_show_list",
          "pages_read_engagement")) {
    @Override
    Optional<OfferedAccount> account(JsonNode page, String credential) {
      JsonNode account = page.path("instagram_business_account");
      return account.has("id")
          ? Optional.of(
              new OfferedAccount(
                  account.path("id").asText(), "@" + account.path("username").asText(), credential))
          : Optional.empty();
    }
  };

  static final int PAGES = 100;

  static final String FIELDS = "id,name,access_token,tasks,instagram_business_account{id,username}";

  private final List<String> permissions;

  MetaOffer(List<String> permissions) {
    this.permissions = permissions;
  }

  List<String> permissions() {
    return permissions;
  }

  /** Returns what a Page of the person's offers. */
  abstract Optional<OfferedAccount> account(JsonNode page, String credential);
}
