// Boost.odeint with Eigen. Methods: dopri5, rkf78.
#include <boost/numeric/odeint.hpp>
#include <cmath>

#include "field.hpp"

namespace ode = boost::numeric::odeint;
using State = std::vector<double>;

// The library's own loop where the time is fixed; step by step where the gradient decides.
template <class Stepper>
State integrate(const NetSet& set, const Net& net, double rtol, double atol) {
  Field field(net);
  State y = net.weights;
  auto system = [&field](const State& y, State& dy, double) { field(y.data(), dy.data()); };
  auto stepper = ode::make_controlled(atol, rtol, Stepper());
  double step = 1e-3;
  if (set.gradientBound == 0) {
    ode::integrate_adaptive(stepper, system, y, 0.0, set.time, step);
    return y;
  }
  State dy(y.size());
  double t = 0;
  while (t < set.time) {
    step = std::min(step, set.time - t);
    if (stepper.try_step(system, y, t, step) != ode::success) continue;
    field(y.data(), dy.data());
    if (Eigen::Map<Eigen::VectorXd>(dy.data(), dy.size()).norm() <= set.gradientBound) break;
  }
  return y;
}

int main(int argc, char** argv) {
  return peer(argc, argv, "odeint-",
              [](const std::string& method, const NetSet& set, const Net& net, double rtol, double atol) {
                if (method == "dopri5") return integrate<ode::runge_kutta_dopri5<State>>(set, net, rtol, atol);
                if (method == "rkf78") return integrate<ode::runge_kutta_fehlberg78<State>>(set, net, rtol, atol);
                throw std::runtime_error("the methods are dopri5 and rkf78, not " + method);
              });
}
