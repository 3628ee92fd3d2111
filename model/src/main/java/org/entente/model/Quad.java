package org.entente.model;

/** The quad classes: verbal or material, cooperation or conflict. */
public enum Quad {
  VERBAL_COOPERATION(true, false),
  MATERIAL_COOPERATION(true, true),
  VERBAL_CONFLICT(false, false),
  MATERIAL_CONFLICT(false, true);

  private final boolean cooperation;
  private final boolean material;

  Quad(boolean cooperation, boolean material) {
    this.cooperation = cooperation;
    this.material = material;
  }

  public boolean isCooperation() {
    return cooperation;
  }

  public boolean isMaterial() {
    return material;
  }

  /** In words, as tables print it: {@code "material conflict"}. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
