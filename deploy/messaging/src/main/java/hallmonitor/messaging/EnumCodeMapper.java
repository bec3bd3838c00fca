package hallmonitor.messaging;

import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;

/**
 * Reads constants as the tables store them: {@code HIDE_ORDERED} is {@code hide-ordered}. A code
 * that no constant has is an {@link IllegalArgumentException}; null stays null.
 */
final class EnumCodeMapper implements ColumnMapperFactory {
  @Override
  public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
    return type instanceof Class<?> one && one.isEnum() ? Optional.of(of(one)) : Optional.empty();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static ColumnMapper<?> of(Class<?> type) {
    return (row, column, context) -> {
      String code = row.getString(column);
      return code == null
          ? null
          : Enum.valueOf((Class<Enum>) type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    };
  }
}
