package dev.packhorse.formats.jsonl;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.packhorse.formats.model.Layout;
import dev.packhorse.formats.model.RawJson;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The fields of one record type, taken from the components of its Java record: a field's name is
 * the component's in snake case, its kind the component's type, and the order of fields the order
 * in which servers write them.
 */
final class Shape {

  /** What a field holds. */
  enum Kind {
    TEXT,
    /** Text that must be an RFC 3339 time. */
    TIME,
    INTEGER,
    BOOLEAN,
    /** An object whose bytes are kept. */
    RAW_OBJECT,
    /** Any JSON, kept as bytes. */
    RAW,
    OBJECT,
    TEXTS,
    OBJECTS
  }

  /**
   * @param written the name in the form that the parser compares with what comes next
   * @param shape what the objects of {@code OBJECT} and {@code OBJECTS} are; null for other kinds
   */
  record Field(
      String name, SerializedString written, Kind kind, Shape shape, MethodHandle accessor) {}

  /** Shapes made so far; the model has 22. */
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

  final Class<?> type;
  final Field[] fields;

  /** A small number of its own, for tables by shape. */
  final int number = COUNT.getAndIncrement();

  private final Map<String, Integer> exact = new HashMap<>();
  private final Map<String, Integer> folded = new HashMap<>();
  private final MethodHandle constructor;
  private final MethodHandle layout;

  private Shape(Class<?> type) {
    this.type = type;
    RecordComponent[] components = type.getRecordComponents();
    int count = components.length - 1;
    if (components[count].getType() != Layout.class) {
      throw new IllegalArgumentException(type + " does not end in its layout");
    }
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      fields = new Field[count];
      for (int i = 0; i < count; i++) {
        fields[i] = field(components[i], lookup);
        exact.put(fields[i].name, i);
        folded.put(Names.fold(fields[i].name), i);
      }
      Class<?>[] parameters =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
      constructor =
          lookup
              .findConstructor(type, MethodType.methodType(void.class, parameters))
              .asSpreader(Object[].class, parameters.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
      layout = accessor(components[count], lookup);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("not a public record: " + type, e);
    }
  }

  /** The shape of a record class of the model. */
  static Shape of(Class<?> type) {
    Shape known = SHAPES.get(type);
    return known == null ? make(type) : known;
  }

  private static synchronized Shape make(Class<?> type) {
    Shape known = SHAPES.get(type);
    if (known == null) {
      known = new Shape(type);
      SHAPES.put(type, known);
    }
    return known;
  }

  private static Field field(RecordComponent component, MethodHandles.Lookup lookup)
      throws IllegalAccessException {
    String name = Names.snake(component.getName());
    Type generic = component.getGenericType();
    Class<?> part = null;
    Kind kind;
    if (generic == String.class) {
      kind = name.equals("expires_at") ? Kind.TIME : Kind.TEXT;
    } else if (generic == Long.class) {
      kind = Kind.INTEGER;
    } else if (generic == Boolean.class) {
      kind = Kind.BOOLEAN;
    } else if (generic == RawJson.class) {
      kind = name.equals("props") ? Kind.RAW_OBJECT : Kind.RAW;
    } else if (generic instanceof ParameterizedType list) {
      part = (Class<?>) list.getActualTypeArguments()[0];
      kind = part == String.class ? Kind.TEXTS : Kind.OBJECTS;
    } else {
      part = component.getType();
      kind = Kind.OBJECT;
    }
    Shape shape = part == null || part == String.class ? null : of(part);
    return new Field(name, new SerializedString(name), kind, shape, accessor(component, lookup));
  }

  private static MethodHandle accessor(RecordComponent component, MethodHandles.Lookup lookup)
      throws IllegalAccessException {
    return lookup
        .unreflect(component.getAccessor())
        .asType(MethodType.methodType(Object.class, Object.class));
  }

  /** Index of the field with this very name, or -1. */
  int exact(String name) {
    Integer index = exact.get(name);
    return index == null ? -1 : index;
  }

  /** Index of the field that Go takes for this name in another case, or -1. */
  int folded(String name) {
    Integer index = folded.get(Names.fold(name));
    return index == null ? -1 : index;
  }

  /**
   * @param values one for each field, then the layout
   */
  Object build(Object[] values) {
    try {
      return (Object) constructor.invokeExact(values);
    } catch (Throwable e) {
      throw new IllegalStateException("can't make a " + type.getSimpleName(), e);
    }
  }

  /** The value of a field of a record of this shape. */
  Object value(int field, Object owner) {
    try {
      return (Object) fields[field].accessor.invokeExact(owner);
    } catch (Throwable e) {
      throw new IllegalStateException("can't read " + fields[field].name, e);
    }
  }

  /** How the members of a record of this shape stood; null for a record that was not read. */
  Layout layout(Object owner) {
    try {
      return (Layout) (Object) layout.invokeExact(owner);
    } catch (Throwable e) {
      throw new IllegalStateException("can't read the layout", e);
    }
  }

  /** An object of this shape with nothing in it, which is what Go makes of a null in a list. */
  Object empty() {
    return build(new Object[fields.length + 1]);
  }
}
