//! A property of an artist, written once for its three methods.

/// The methods of properties. Of
///
/// ```ignore
/// /// Sets the width, in points. Default: 1.5.
/// pub set_width, width(self, points: impl Number) { self.width = length(points.to_f64(), "width"); }
///     -> get_width: f32 { self.width }
/// ```
///
/// come `set_width(&mut self, ..) -> &mut Self`, the builder `width(self, ..) -> Self`, and, if there is a value to tell,
/// `get_width(&self) -> f32`. The comment is the setter's; the others point to it.
macro_rules! properties {
    ($(
        $(#[$doc:meta])*
        $vis:vis $set:ident, $with:ident($self:ident $(, $arg:ident: $type:ty)+) $body:block
        $(-> $get:ident: $out:ty $value:block)?
    )+) => { $(
        $(#[$doc])*
        #[track_caller]
        $vis fn $set(&mut $self $(, $arg: $type)+) -> &mut Self {
            $body
            $self
        }

        #[doc = concat!("[`", stringify!($set), "`](Self::", stringify!($set), ") of a value that is being built.")]
        #[must_use]
        #[track_caller]
        $vis fn $with(mut $self $(, $arg: $type)+) -> Self {
            $self.$set($($arg),+);
            $self
        }

        $(
            #[doc = concat!("What [`", stringify!($set), "`](Self::", stringify!($set), ") has set, or else the default.")]
            #[must_use]
            $vis fn $get(&$self) -> $out $value
        )?
    )+ };
}

pub(crate) use properties;
