package hallmonitor.moderation.console.page;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * Makes the cookie that guards forms one for https only, if the console's address is https. The
 * extension that sets it looks at the connection, which behind a proxy has no encryption.
 */
public final class SecureFormCookie implements ConfigSourceInterceptor {
  private static final long serialVersionUID = 1;
  private static final String SECURE = "quarkus.rest-csrf.cookie-force-secure";
  private static final String ADDRESS = "hallmonitor.console.url";

  /** Required by the service loader. */
  public SecureFormCookie() {}

  @Override
  public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
    return name.equals(SECURE) && isHttps(context.proceed(ADDRESS))
        ? ConfigValue.builder().withName(name).withValue("true").build()
        : context.proceed(name);
  }

  private static boolean isHttps(@Nullable ConfigValue address) {
    return address != null
        && address.getValue() != null
        && address.getValue().toLowerCase(java.util.Locale.ROOT).startsWith("https:");
  }
}
