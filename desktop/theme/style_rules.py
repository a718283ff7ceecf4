"""The style sheet as a template over token names; `stylesheet.py` fills it in.

Looks are asked for by dynamic properties, so that no widget needs a class of its own for a colour:

- `kind` of buttons: primary, quiet, danger, icon, chip, link, segment, picker, nav, send
- `kind` of text fields: search, bare
- `role` of labels: display, title, heading, strong, muted, caption, error, warning, success, badge, private_badge,
  private_text, mono
- `role` of frames: card, raised, sunken, notice, accent_card, danger_card, warning_card, private, divider
- `role` of plain widgets: page, sidebar (they need `WA_StyledBackground`)
- `kind` of scroll areas: page (scrolls by the keyboard itself, with a ring)
- `invalid` = true on a line edit, `focused` = true on a card whose text has the keyboard
"""

from __future__ import annotations

RULES = """
QMainWindow, QDialog, QMessageBox, QWidget[role="page"] { background: $window; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QWidget[role="sidebar"] { background: $sidebar; }
QFrame[role="card"] { background: $surface; border: ${line} solid $border; border-radius: 14px; }
QFrame[role="card"][focused="true"] { border: ${ring} solid $focus; }
QFrame[role="raised"] { background: $surface_raised; border: ${line} solid $border; border-radius: 14px; }
QFrame[role="sunken"] { background: $surface_sunken; border: ${line} solid $sunken_border; border-radius: 9px; }
QFrame[role="notice"] { background: $surface_sunken; border: ${line} solid $border; border-radius: 9px; }
QFrame[role="accent_card"] { background: $accent_soft; border: ${line} solid $soft_border; border-radius: 14px; }
QFrame[role="danger_card"] { background: $danger_soft; border: ${line} solid $danger_edge; border-radius: 9px; }
QFrame[role="warning_card"] { background: $warning_soft; border: ${line} solid $warning_edge; border-radius: 9px; }
QFrame[role="private"] { background: $private_surface; border: ${line} solid $private; border-radius: 9px; }
QFrame[role="divider"] { background: $border; border: none; max-height: 1px; min-height: 1px; }

QLabel { background: transparent; border: none; }
QLabel[role="display"] { font-size: $display; font-weight: 600; }
QLabel[role="title"] { font-size: $title; font-weight: 600; }
QLabel[role="heading"] { font-size: $heading; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $text_muted; }
QLabel[role="caption"] { font-size: $caption; color: $text_muted; }
QLabel[role="error"] { color: $danger; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="success"] { color: $success; }
QLabel[role="badge"] { background: $accent_soft; color: $accent_on_soft; border-radius: 7px; padding: 1px 8px;
  font-size: $small; font-weight: 500; }
QFrame[role="accent_card"] QLabel[role="badge"] { background: $surface; }
QLabel[role="private_badge"] { background: $private_surface; color: $private_on_surface; border: ${line} solid
  $private; border-radius: 7px; padding: 1px 8px; font-size: $small; font-weight: 500; }
QLabel[role="private_text"] { color: $private_on_surface; font-weight: 500; }
QLabel[role="mono"] { font-family: "$mono_family"; font-size: $small; }
QLabel[role="mono_large"] { font-family: "$mono_family"; font-size: $heading; }
QLineEdit[role="mono"] { font-family: "$mono_family"; }

QPushButton, QToolButton { border: ${ring} solid transparent; border-radius: 9px; padding: ${button_v} 14px;
  font-weight: 500; outline: none; icon-size: $icon; }
QPushButton { background: $surface; border: ${line} solid $control_border; padding: $button_v_plain 15px; color:
  $text; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $pressed; }
QPushButton:focus { border: ${ring} solid $focus; padding: ${button_v} 14px; }
QPushButton:disabled { color: $text_disabled; border-color: $border; background: transparent; }
QPushButton[kind="primary"] { background: $accent; color: $accent_text; border: ${ring} solid $accent; padding:
  ${button_v} 16px; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[kind="primary"]:focus { border: ${ring} solid $focus_on_accent; }
QPushButton[kind="primary"]:disabled { background: $pressed; border-color: $pressed; color: $text_disabled; }
QPushButton[kind="danger"] { background: $danger; color: $danger_text; border: ${ring} solid $danger; padding:
  ${button_v} 16px; font-weight: 600; }
QPushButton[kind="danger"]:hover, QPushButton[kind="danger"]:pressed { background: $danger_hover; border-color:
  $danger_hover; }
QPushButton[kind="danger"]:focus { border: ${ring} solid $danger_text; }
QPushButton[kind="danger"]:disabled { background: $pressed; border-color: $pressed; color: $text_disabled; }
QPushButton[kind="quiet"], QToolButton { background: transparent; border: ${ring} solid transparent; padding:
  ${button_v} 10px; color: $text_muted; }
QPushButton[kind="quiet"]:hover, QToolButton:hover { background: $hover; color: $text; }
QPushButton[kind="quiet"]:pressed, QPushButton[kind="quiet"]:checked, QToolButton:pressed, QToolButton:checked {
  background: $pressed; color: $text; }
QPushButton[kind="quiet"]:focus, QToolButton:focus { border-color: $focus; color: $text; }
QPushButton[kind="quiet"]:disabled, QToolButton:disabled { background: transparent; color: $text_disabled;
  border-color: transparent; }
QPushButton[kind="icon"], QToolButton[kind="icon"] { background: transparent; border: ${ring} solid transparent;
  padding: 4px; border-radius: 8px; }
QPushButton[kind="icon"]:hover, QToolButton[kind="icon"]:hover { background: $hover; }
QPushButton[kind="icon"]:pressed, QPushButton[kind="icon"]:checked, QToolButton[kind="icon"]:checked { background:
  $pressed; }
QPushButton[kind="icon"]:focus, QToolButton[kind="icon"]:focus { border-color: $focus; }
QPushButton[kind="chip"] { background: $surface_sunken; border: ${line} solid $sunken_border; border-radius: 9px;
  padding: $chip_v $chip_h; color: $text_muted; font-size: $small; }
QPushButton[kind="chip"]:hover { background: $hover; color: $text; }
QPushButton[kind="chip"]:checked { background: $accent_soft; color: $accent_on_soft; }
QPushButton[kind="chip"]:focus { border: ${ring} solid $focus; padding: 2px 9px; }
QPushButton[kind="link"] { background: transparent; border: ${ring} solid transparent; padding: 2px 4px; color:
  $link; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border-color: $focus; }
QPushButton[kind="picker"] { background: transparent; border: ${ring} solid transparent; border-radius: 9px;
  padding: 3px $picker_right 3px 8px; color: $text_muted; font-size: $small; text-align: left; }
QPushButton[kind="picker"]:hover, QPushButton[kind="picker"]:checked { background: $hover; color: $text; }
QPushButton[kind="picker"]:focus { border-color: $focus; color: $text; }
QPushButton[kind="nav"] { background: transparent; border: ${ring} solid transparent; border-radius: 8px;
  padding: 5px 8px 5px 6px; text-align: left; color: $text; font-weight: 400; }
QPushButton[kind="nav"]:hover { background: $hover; }
QPushButton[kind="nav"]:pressed, QPushButton[kind="nav"]:checked { background: $pressed; font-weight: 500; }
QPushButton[kind="nav"]:focus { border-color: $focus; }
QPushButton[kind="send"] { background: $accent; border: ${ring} solid $accent; border-radius: $send_radius;
  padding: 0; }
QPushButton[kind="send"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="send"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[kind="send"]:focus { border-color: $focus_on_accent; }
QPushButton[kind="send"]:disabled { background: $pressed; border-color: $pressed; }
QPushButton[kind="segment"] { background: transparent; border: ${line} solid transparent; border-radius: 7px;
  padding: $segment_v $segment_h; color: $text_muted; }
QPushButton[kind="segment"]:hover { color: $text; }
QPushButton[kind="segment"]:checked { background: $surface_raised; color: $text; border-color: $segment_edge; }
QPushButton[kind="segment"]:focus { border: ${ring} solid $focus; padding: 3px 12px; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {
  background: $surface; color: $text; border: ${line} solid $control_border; border-radius: 9px; padding: 6px 10px;
  selection-background-color: $selection; selection-color: $selection_text; placeholder-text-color: $text_faint; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
  border: ${ring} solid $focus; padding: $field_v_focus 9px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled { background: $surface_sunken;
  color: $text_disabled; border-color: $border; }
QLineEdit[invalid="true"] { border-color: $danger; }
QLineEdit[kind="search"] { background: $surface; border-radius: 9px; padding-left: 2px; padding-right: 2px;
  icon-size: $icon; }
QLineEdit[kind="search"]:focus { padding-left: $search_h_focus; padding-right: $search_h_focus; }
QLineEdit[kind="bare"], QPlainTextEdit[kind="bare"], QTextEdit[kind="bare"] { background: transparent; border: none;
  padding: 0; }
QLineEdit[kind="bare"], QLineEdit[kind="bare"]:focus { border: ${ring} solid transparent; border-radius: 6px;
  padding: 2px 4px; }
QLineEdit[kind="bare"]:focus { border-color: $focus; }
QTextBrowser { background: transparent; border: none; padding: 0; selection-background-color: $selection;
  selection-color: $selection_text; }
QTextBrowser:focus { border: none; padding: 0; }

QComboBox { padding-left: 12px; padding-right: $arrow_room; icon-size: $icon; }
QComboBox:focus { padding-left: 11px; padding-right: $arrow_room_focus; }
QComboBox:hover { background: $hover; }
QComboBox::drop-down { border: none; width: $arrow_room; subcontrol-position: center right; }
QComboBox::down-arrow { image: url($images/chevron-down.svg); width: $icon; height: $icon; }
QComboBox QAbstractItemView { background: $surface_raised; border: ${line} solid $border; border-radius: 9px;
  padding: 4px; outline: none; }
QSpinBox, QDoubleSpinBox { padding: 6px $spin_room 6px 0; }
QSpinBox:focus, QDoubleSpinBox:focus { padding: $field_v_focus $spin_room_focus $field_v_focus 0; }
/* Qt leaves out the padding beside the figures: in the middle they need none. */
QSpinBox, QDoubleSpinBox { qproperty-alignment: AlignCenter; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button { border: none;
  background: transparent; width: $spin_width; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url($images/chevron-up.svg); width: $spin; height: $spin; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url($images/chevron-down.svg); width: $spin; height: $spin; }

QCheckBox, QRadioButton { spacing: 9px; background: transparent; padding: 3px; border: ${ring} solid transparent;
  border-radius: 7px; }
QCheckBox[kind="alone"] { spacing: 0px; padding: 3px 0px 3px 3px; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $text_disabled; }
QCheckBox::indicator, QGroupBox::indicator { width: $icon; height: $icon; border: 1px solid $control_border;
  border-radius: 5px; background: $surface; }
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($images/check.svg); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url($images/minus.svg); }
QCheckBox::indicator:disabled { border-color: $text_disabled; background: transparent; }
QCheckBox::indicator:checked:disabled { background: $text_disabled; border-color: $text_disabled; }
QRadioButton::indicator { width: $icon; height: $icon; border: 1px solid $control_border; border-radius: $radio_round;
  background: $surface; }
QRadioButton::indicator:hover { border-color: $accent; }
QRadioButton::indicator:checked { width: $radio_dot; height: $radio_dot; border: $radio_edge solid $accent;
  background: $accent_text; }
QRadioButton::indicator:disabled { border-color: $text_disabled; background: transparent; }

QMenu { background: $surface_raised; border: ${line} solid $menu_border; border-radius: 11px; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 10px; border-radius: 7px; margin: 0; border: 1px solid transparent; }
QMenu::item:selected { background: $hover; color: $text; border-color: $hover_edge; }
QMenu::item:disabled { color: $text_disabled; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }
QMenu { icon-size: $icon; }
QMenu::indicator { width: $icon; height: $icon; padding-left: 6px; }
QMenu::indicator:checked { image: url($images/check-text.svg); }
QMenu::right-arrow { image: url($images/chevron-right.svg); width: $spin; height: $spin; }
QMenuBar { background: $window; padding: 2px 6px; }
QMenuBar::item { padding: 5px 9px; border-radius: 7px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QToolTip { background: $tooltip; color: $tooltip_text; border: 1px solid $tooltip; border-radius: 6px; padding: 4px
  8px; font-size: $small; }

QAbstractItemView { background: transparent; border: none; outline: none; selection-background-color: $pressed;
  selection-color: $text; }
QListView::item, QTreeView::item { padding: 6px 8px; border-radius: 8px; border: ${ring} solid transparent; color:
  $text; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $pressed; color: $text; $chosen_edge }
QListView::item:focus, QTreeView::item:focus { border-color: $focus; }
QTreeView { show-decoration-selected: 1; }
QTreeView::branch { background: transparent; }
QTreeView::branch:has-children:closed { image: url($images/chevron-right.svg); padding: 3px; }
QTreeView::branch:has-children:open { image: url($images/chevron-down.svg); padding: 3px; }
QTableView { gridline-color: $border; }
QTableView::item { padding: 6px 8px; border: none; border-bottom: 1px solid $border; }
QTableView::item:selected { background: $pressed; color: $text; }
QTableView:focus { border: ${ring} solid $focus; border-radius: 6px; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: $text_muted; border: none; border-bottom: 1px solid $border;
  padding: 6px 8px; font-size: $caption; font-weight: 600; }

QTabWidget::pane { border: none; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $text_muted; padding: 7px 12px; margin-right: 4px; border: ${ring}
  solid transparent; border-radius: 9px; font-weight: 500; }
QTabBar::tab:hover { background: $hover; color: $text; }
QTabBar::tab:selected { background: $accent_soft; color: $accent_on_soft; $chosen_edge }
QTabBar::tab:focus { border-color: $focus; }

QGroupBox { border: ${line} solid $border; border-radius: 14px; margin-top: 24px; padding: 12px; }
QGroupBox::title { subcontrol-origin: margin; left: 2px; color: $text_muted; font-weight: 600; }
.QProgressBar { background: $surface_sunken; border: ${line} solid $sunken_border; border-radius: 4px; max-height:
  6px; min-height: 6px; text-align: center; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $control_border; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal { width: 16px; height: 16px; margin: -7px 0; border-radius: 9px; background: $accent;
  border: 1px solid $surface; }
QSlider::handle:horizontal:focus { border: ${ring} solid $focus; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
QStatusBar { background: $window; color: $text_muted; }
QStatusBar::item { border: none; }

QScrollArea { background: transparent; border: none; }
QScrollArea[kind="page"] { border: ${ring} solid transparent; border-radius: 6px; }
QScrollArea[kind="page"]:focus { border-color: $focus; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; border: none; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; border: none; }
QScrollBar::handle:vertical { background: $scroll_handle; border-radius: 3px; min-height: 36px; margin: 0 1px; }
QScrollBar::handle:horizontal { background: $scroll_handle; border-radius: 3px; min-width: 36px; margin: 1px 0; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $scroll_handle_hover; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
"""
