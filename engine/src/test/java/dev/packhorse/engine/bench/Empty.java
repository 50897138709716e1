package dev.packhorse.engine.bench;

/** A program that does nothing: what the virtual machine costs by itself. */
public final class Empty {
  private Empty() {}

  public static void main(String[] args) {}
}
